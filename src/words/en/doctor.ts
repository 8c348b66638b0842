/** What `songkeep doctor` looks at. */
export const doctor = {
  Node: 'Node',
  Processors: 'Processors',
  Encoder: 'Encoder',
  Memory: 'Memory',
  Network: 'Network',
  Key: 'Key',
  Contact: 'Contact',
  Login: 'Login',
  Copies: 'Copies',
  Operation: 'Operation',
}

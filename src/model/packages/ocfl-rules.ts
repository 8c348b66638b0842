/**
 * The codes of OCFL 1.1's rules that a validator can see broken (https://ocfl.io/1.1/spec/validation-codes.html): E for
 * a MUST, W for a SHOULD. The others ask something of programs that write, or say what others say already.
 */
export const ocflRules = [
  ...['E001', 'E002', 'E003', 'E004', 'E005', 'E006', 'E007', 'E008', 'E009', 'E010', 'E011', 'E012'],
  ...['E013', 'E015', 'E017', 'E018', 'E019', 'E020', 'E023', 'E024', 'E025', 'E026', 'E029', 'E030'],
  ...['E031', 'E032', 'E033', 'E036', 'E037', 'E038', 'E040', 'E041', 'E042', 'E043', 'E045', 'E046'],
  ...['E047', 'E048', 'E049', 'E050', 'E051', 'E052', 'E053', 'E054', 'E056', 'E057', 'E058', 'E059'],
  ...['E060', 'E061', 'E063', 'E064', 'E066', 'E067', 'E069', 'E070', 'E071', 'E072', 'E073', 'E076'],
  ...['E077', 'E078', 'E079', 'E080', 'E081', 'E083', 'E084', 'E085', 'E088', 'E090', 'E092', 'E093'],
  ...['E094', 'E095', 'E096', 'E097', 'E099', 'E100', 'E101', 'E102', 'E103', 'E104', 'E105', 'E106'],
  ...['E107', 'E108', 'E111', 'E112'],
  ...['W001', 'W002', 'W003', 'W004', 'W005', 'W007', 'W008', 'W009', 'W010', 'W011', 'W013', 'W014'],
  ...['W015', 'W016'],
] as const

export type OcflRule = (typeof ocflRules)[number]

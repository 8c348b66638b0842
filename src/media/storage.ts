export { asStorageError } from '../base/storage.ts'

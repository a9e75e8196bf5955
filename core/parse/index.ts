export { type Document, readDocument, readReport } from './document.ts'
export { parseDoc } from './reading.ts'

import { takeOver } from './charts/take-over.ts'
import { watchEdges } from './edges.ts'

takeOver(document)
watchEdges(document)

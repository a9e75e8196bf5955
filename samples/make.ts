// Writes real/*.html anew from the figures and the lists beside them: node samples/make.ts
import { writeFileSync } from 'node:fs'
import { realFolder, realReports } from './real.ts'

for (const { file, html } of realReports()) writeFileSync(new URL(file, realFolder), html)

import { closeDrawers } from './drawers.ts'
import { takeOver } from './charts/take-over.ts'
import { serveActions } from './copy.ts'
import { watchEdges } from './edges.ts'
import { offerBureaus } from './offers.ts'
import { watchTabs } from './tabs.ts'

takeOver(document)
watchEdges(document)
watchTabs(document)
serveActions(document)
offerBureaus(document)
closeDrawers(document)

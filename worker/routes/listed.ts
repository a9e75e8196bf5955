import { madeUpMark } from '#core/text/marks.ts'
import type { Row } from '../answer/table.ts'
import type { ListedBureau } from '../db/listed.ts'
import { isMadeUp } from '../db/outline.ts'
import { placeJson } from './place.ts'

/** A bureau of a list in the API's spelling. */
export const listedJson = ({ id, name, nameEn, division, level, sector, scope }: ListedBureau) => ({
  id,
  name,
  name_en: nameEn,
  division: placeJson(division),
  level,
  sector,
  scope,
})

/** The columns that say whose row it is. */
export const listedColumns = (bureau: ListedBureau): Row => ({
  bureau: bureau.id,
  name: bureau.name,
  division: bureau.division.code,
  division_name: bureau.division.name,
  level: bureau.level,
  sector: bureau.sector,
  scope: bureau.scope,
  made_up: madeUpMark(isMadeUp(bureau.division.code)),
})

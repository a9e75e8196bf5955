import { writeXlsx } from 'hucre/xlsx'
import { figure, isFigureId } from '#core/catalog/index.ts'
import { type Edition, unitLabels } from '#core/catalog/table.ts'
import { bulkHeader } from './bulk.ts'
import { figureName } from './figure-name.ts'

/** The empty sheet for reports of one edition, a column per figure. */
export const templateCsv = (edition: Edition): string =>
  `\ufeff${bulkHeader(edition).join(',')}\r\n`

/** The same as a workbook, with a second sheet that says what each column is. */
export const templateXlsx = (edition: Edition): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      { name: edition, rows: [bulkHeader(edition)], freezePane: { rows: 1 } },
      {
        name: '说明 key',
        rows: [['列 column', '名称', 'name', '单位 unit'], ...meanings(edition)],
      },
    ],
  })

const meanings = (edition: Edition): string[][] =>
  bulkHeader(edition)
    .filter(isFigureId)
    .map((id) => {
      const { zh, en } = unitLabels[figure(id).unit]
      return [id, figureName('zh', id), figureName('en', id), `${zh} ${en}`]
    })

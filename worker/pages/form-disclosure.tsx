import { formFigures } from '#core/catalog/index.ts'
import { type DisclosureBlock, disclosure } from '#core/catalog/disclosure.ts'
import type { Axis, TableEdition } from '#core/catalog/table.ts'
import { inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { type Filled, FormCell } from './form-cell.tsx'

/** Part 二: blocks by item of article 20, each with its own header row. */
export const DisclosureTable = ({ filled, edition }: { filled: Filled; edition: TableEdition }) =>
  edition === '2019' || edition === '2021' ? (
    <table class="form narrow">
      {disclosure.blocks[edition].map((block) => (
        <Block filled={filled} block={block} />
      ))}
    </table>
  ) : (
    <CommonRows filled={filled} />
  )

/** Blocks have one, two or three columns; together they fill the width of six. */
const width = 6

function Block({ filled, block }: { filled: Filled; block: DisclosureBlock }) {
  const { lang } = filled.view
  const span = width / block.columns.length
  return (
    <tbody>
      <tr>
        <th class="head" colspan={width + 1} scope="colgroup">
          {inLang(lang, block.clause)}
        </th>
      </tr>
      <tr>
        <th class="head leaf" scope="col">
          {t(lang, 'content')}
        </th>
        {block.columns.map((column: Axis) => (
          <th class="head" scope="col" colspan={span}>
            {inLang(lang, column)}
          </th>
        ))}
      </tr>
      {block.rows.map((row) => (
        <tr>
          <th class="leaf" scope="row">
            {inLang(lang, row)}
          </th>
          {row.figures.map((id) => (
            <FormCell filled={filled} id={id} colspan={span} />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** A table whose edition is not certain: what both editions have, without the form's own layout. */
const CommonRows = ({ filled }: { filled: Filled }) => (
  <table class="form narrow">
    <thead>
      <tr>
        <th scope="col">{t(filled.view.lang, 'row')}</th>
        <th scope="col">{t(filled.view.lang, 'value')}</th>
      </tr>
    </thead>
    <tbody>
      {formFigures('disclosure', null).map((entry) => (
        <tr>
          <th class="leaf" scope="row">
            {inLang(filled.view.lang, entry)}
          </th>
          <FormCell filled={filled} id={entry.id} />
        </tr>
      ))}
    </tbody>
  </table>
)

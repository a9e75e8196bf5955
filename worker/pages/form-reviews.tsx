import { reviewGroupIds, reviewResultIds } from '#core/catalog/index.ts'
import { litigation, reviewGroups, reviewResults } from '#core/catalog/reviews.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { type Filled, FormCell } from './form-cell.tsx'

/** Part 四: three blocks of five results in one row. */
export const ReviewsTable = ({ filled }: { filled: Filled }) => (
  <table class="form">
    <thead>
      <tr>
        <th colspan={5} scope="colgroup">
          {inLang(filled.view.lang, reviewGroups.review)}
        </th>
        <th colspan={10} scope="colgroup">
          {inLang(filled.view.lang, litigation)}
        </th>
      </tr>
      <tr>
        <Results lang={filled.view.lang} rowspan={2} />
        <th colspan={5} scope="colgroup">
          {inLang(filled.view.lang, reviewGroups.suit_direct)}
        </th>
        <th colspan={5} scope="colgroup">
          {inLang(filled.view.lang, reviewGroups.suit_after_review)}
        </th>
      </tr>
      <tr>
        <Results lang={filled.view.lang} />
        <Results lang={filled.view.lang} />
      </tr>
    </thead>
    <tbody>
      <tr>
        {reviewGroupIds.flatMap((group) =>
          reviewResultIds.map((result) => <FormCell filled={filled} id={`${group}_${result}`} />),
        )}
      </tr>
    </tbody>
  </table>
)

const Results = ({ lang, rowspan }: { lang: Lang; rowspan?: number }) => (
  <>
    {reviewResultIds.map((id) => (
      <th scope="col" rowspan={rowspan}>
        {inLang(lang, reviewResults[id])}
      </th>
    ))}
  </>
)

import { env } from 'cloudflare:test'
import type { NewBureau } from '#core/roster/bureau.ts'
import { deriveBureau } from '#core/roster/derive.ts'
import { selectBureaus } from '#worker/db/bureaus.ts'
import { connect } from '#worker/db/client.ts'
import type { Search } from '#worker/db/search.ts'

/** A bureau of a roster; level, sector and the rest follow from its name. */
export const bureau = (id: string, name: string, other: Partial<NewBureau> = {}): NewBureau => ({
  ...deriveBureau(id.slice(0, -5), name),
  id,
  aliases: [],
  ...other,
})

/** The same offices in several places, and some that only one place has. */
export const offices =
  '人民政府 人民政府办公室 文化广电和旅游局 卫生健康委员会 市场监督管理局 住房和城乡建设局 人力资源和社会保障局 发展和改革委员会 \
应急管理局 城市管理综合行政执法局 交通运输局 教育体育局 公安局'.split(' ')
export const idsOf = (bureaus: readonly { readonly id: string }[]): string[] =>
  bureaus.map(({ id }) => id)

/** All that a search finds, page by page, and how many pages that took. */
export async function findAll(search: Search): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = []
  let { after } = search
  for (let pages = 1; ; pages++) {
    // oxlint-disable-next-line no-await-in-loop -- one page says where the next one begins
    const { bureaus, next } = await selectBureaus(connect(env.DB), { ...search, after })
    ids.push(...idsOf(bureaus))
    if (next === null) return { ids, pages }
    after = next
  }
}

import type { Child } from 'hono/jsx'
import { citation } from '#core/text/citation.ts'
import { type Word, t } from '#core/text/words.ts'
import type { ChartSpec } from '#core/chart/chart.ts'
import { titleOf } from '#core/chart/head.ts'
import type { Files } from './block.tsx'
import { type View, href, hrefIn } from './view.ts'

interface Props {
  readonly view: View
  /** Of the block. */
  readonly id: string
  readonly spec: ChartSpec
  readonly files: Files | undefined
  readonly embed: string | undefined
}

/** 下载 · 引用 · 嵌入 · 分享, each a drawer that opens without script. */
export const Actions = (props: Props) => (
  <div class="acts">
    {props.files === undefined ? (
      ''
    ) : (
      <Drawer {...props} word="download">
        <Downloads {...props} files={props.files} />
      </Drawer>
    )}
    <Drawer {...props} word="cite">
      <Citation {...props} />
    </Drawer>
    {props.embed === undefined ? (
      ''
    ) : (
      <Drawer {...props} word="embed">
        <EmbedCode {...props} embed={props.embed} />
      </Drawer>
    )}
    <Drawer {...props} word="share">
      <Share {...props} />
    </Drawer>
  </div>
)

/** Of all in a page one is open, where the browser knows how. */
const Drawer = ({ view: { lang }, word, children }: Props & { word: Word; children?: Child }) => (
  <details name="act">
    <summary>{t(lang, word)}</summary>
    <div>{children}</div>
  </details>
)

const endings = ['csv', 'xlsx', 'json'] as const

function Downloads({
  view,
  files: { path, query, json = `${path}.json`, svg },
}: Pick<Props, 'view'> & { files: Files }) {
  const { lang } = view
  // What is told in words in these files is told in both languages.
  const plain = { ...view, lang: 'zh' } as const
  return (
    <>
      {endings.map((ending) => (
        <>
          <a href={hrefIn(plain, ending === 'json' ? json : `${path}.${ending}`, query)} download>
            {ending.toUpperCase()}
          </a>{' '}
        </>
      ))}
      {svg === null ? (
        ''
      ) : (
        <a href={hrefIn(view, `${path}.svg`, svg ?? query)} download>
          SVG
        </a>
      )}
      <p>{t(lang, 'download_help')}</p>
    </>
  )
}

function Citation({ view, id, spec }: Props) {
  const { lang, version } = view
  const release = permanentOf(view)
  const [before, after] = citation({
    head: spec,
    release,
    data: version?.data ?? 0,
    at: dateOf(view),
    address: permalink(view, id),
  })
  return (
    <>
      <p>
        {before}
        <time>{t(lang, 'cite_accessed')}</time>
        {after}
      </p>
      <Copy view={view} />
      <noscript>
        <p>{t(lang, 'cite_by_hand')}</p>
      </noscript>
      <p>
        {t(lang, 'cite_standard')}
        {release === undefined ? '' : t(lang, 'cite_permanent', { release })}
      </p>
    </>
  )
}

/** The release that a permanent address names: that of the page, else the newest. */
const permanentOf = ({ release, version }: View): string | undefined =>
  release?.name ?? version?.newest ?? undefined

/** Of the newest release only the name is known here. */
function dateOf(view: View): string | null {
  if (view.release) return view.release.at
  return permanentOf(view) === undefined ? (view.version?.at ?? null) : null
}

/** This view with this block in it, of a release: what it says stays so. */
function permalink(view: View, id: string): string {
  const { pathname, searchParams } = view.url
  const state = Object.fromEntries(searchParams)
  const query = { ...state, tab: undefined, lang: undefined, v: permanentOf(view) }
  return `${view.origin}${href(view.lang, pathname, query)}#${id}`
}

const EmbedCode = ({ view: { lang, origin }, spec, embed }: Props & { embed: string }) => (
  <>
    <pre>{`<iframe src="${origin}${embed.replaceAll('&', '&amp;')}" title="${titleOf(spec).replaceAll('"', '&quot;')}" width="100%" height="480" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>`}</pre>
    <Copy view={{ lang }} />
    <p>
      {t(lang, 'embed_help')} <a href={embed}>{t(lang, 'embed_open')}</a>
    </p>
  </>
)

const Share = ({ view, id }: Props) => (
  <>
    <input readonly aria-label={t(view.lang, 'permalink')} value={permalink(view, id)} />
    <Copy view={view} />
    <button type="button" hidden data-share>
      {t(view.lang, 'share_with')}
    </button>
    <p>{t(view.lang, permanentOf(view) === undefined ? 'permalink_none' : 'permalink_help')}</p>
  </>
)

/** Copies what stands before it. Only the script can, and shows it. */
const Copy = ({ view: { lang } }: { view: Pick<View, 'lang'> }) => (
  <button type="button" hidden data-copy={t(lang, 'copied')}>
    {t(lang, 'copy')}
  </button>
)

import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { ask } from './area-routes.ts'
import { type Answer, post, prepare, publish } from './collection.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

// What is asked, the status, what the answer says.
test.for([
  ['/totals', 400, 'figure'],
  ['/totals?figure=nothing', 400, '/api/v1/figures'],
  ['/totals?figure=licences_decided&by=nobody', 400, 'inside'],
  ['/totals?figure=licences_decided&scope=both', 400, 'area'],
  ['/totals?figure=licences_decided&sector=unheard_of', 400, 'culture_tourism'],
  ['/totals?figure=licences_decided&from=2024&to=2020', 400, 'from'],
  ['/totals?figure=licences_decided&limit=501', 400, '1–500'],
  ['/totals?figure=licences_decided&cursor=x', 400, 'as given by the page before'],
  ['/totals?figure=licences_decided&collection=other', 400, 'made-up'],
  ['/totals?figure=licences_decided&division=990099', 404, '990099'],
  ['/totals?figure=licences_decided&v=2026.99.0', 404, '2026.99.0'],
  ['/totals?figure=licences_decided&unheard_of=1', 200, 'licences_decided'],
  ['/ranking', 400, 'figure'],
  ['/ranking?figure=nothing', 400, '/api/v1/figures'],
  ['/ranking?figure=licences_decided&level=city', 400, 'prefecture'],
  ['/ranking?figure=licences_decided&year=24', 400, 'year'],
  ['/ranking?figure=licences_decided&sector=all', 400, 'too_large'],
  ['/ranking?figure=licences_decided&level=township', 400, 'too_large'],
  ['/ranking?figure=licences_decided&sector=all&division=410307', 200, 'county.all.own'],
  ['/ranking?figure=licences_decided&cursor=x', 400, 'as given by the page before'],
  ['/ranking?figure=licences_decided&division=990099', 404, '990099'],
  ['/ranking?figure=licences_decided&v=2026.99.0', 404, '2026.99.0'],
  ['/spread', 400, 'figure'],
  ['/spread?figure=nothing', 400, '/api/v1/figures'],
  ['/spread?figure=licences_decided&sector=all', 400, 'too_large'],
  ['/spread?figure=licences_decided&sector=township', 400, 'too_large'],
  ['/spread?figure=licences_decided&bureau=410307', 400, '410307-0001'],
  ['/spread?figure=licences_decided&bureau=410307-0999', 404, '410307-0999'],
  ['/spread?figure=licences_decided&division=990099', 404, '990099'],
  ['/spread?figure=licences_decided&v=2026.99.0', 404, '2026.99.0'],
  ['/spread?figure=licences_decided&level=all&sector=all&division=410307', 200, 'all.all.own'],
  ['/coverage?year=2024&division=990099', 404, '990099'],
  ['/coverage?year=24', 400, 'year'],
  ['/coverage?year=2024&division=410307&level=county', 400, 'invalid'],
  ['/coverage?year=2024&sector=unheard_of', 400, 'culture_tourism'],
  ['/coverage?year=2024&cursor=x', 400, 'as given by the page before'],
  ['/coverage?v=2026.99.0', 404, '2026.99.0'],
] as const)('%s is %i', async ([path, status, said]) => {
  const response = await ask(path)
  expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(said)])
})

const figure = 'figure=licences_decided'

test.for([
  `/totals?${figure}`,
  `/ranking?${figure}`,
  `/spread?${figure}`,
  `/spread?${figure}&sector=other`,
  '/coverage?year=2024',
])(
  'while counts lack reports %s tells nobody a part for the whole; a release lacks none',
  async (path) => {
    await prepare()
    await publish()
    const { release }: Answer = await (await post('/releases', {})).json()
    await env.DB.prepare('UPDATE report SET spread = 0').run()
    const answers = await Promise.all([path, `${path}&v=${release.name}`].map((one) => ask(one)))
    expect(answers.map(({ status }) => status)).toEqual([503, 200])
  },
)

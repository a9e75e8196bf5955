import {
  type FigureId,
  figures as catalogue,
  requestRowIds,
  reviewGroupIds,
} from '#core/catalog/index.ts'
import type { Applicant, RequestRow } from '#core/catalog/requests.ts'
import type { ReviewResult } from '#core/catalog/reviews.ts'
import { type BodyId, type MadeUpBureau, cityCode, madeUpBureaus } from './made-up-roster.ts'
import { type Random, pick, random } from './random.ts'

/** Every figure of both editions; all sums of the form hold. */
export type Numbers = Readonly<Record<FigureId, number>>

export const madeUpYears = [2019, 2020, 2021, 2022, 2023, 2024] as const

/** What a body of the city has in a usual year; a district's or county's has less. Fees in 万元. */
interface Usual {
  readonly licences: number
  readonly penalties: number
  readonly coercion: number
  readonly fees: number
  readonly requests: number
  /** Normative documents in force when the years begin. */
  readonly norms: number
}

const usual = (
  [licences, penalties, coercion]: readonly [number, number, number],
  [fees, requests, norms]: readonly [number, number, number],
): Usual => ({ licences, penalties, coercion, fees, requests, norms })

const usually: Readonly<Record<BodyId, Usual>> = {
  government: usual([0, 0, 0], [0, 40, 160]),
  general_office: usual([0, 0, 0], [0, 60, 4]),
  education: usual([900, 20, 0], [1200, 25, 9]),
  culture_tourism: usual([450, 35, 0], [0, 6, 5]),
  health: usual([3200, 640, 5], [0, 18, 7]),
  emergency: usual([260, 310, 12], [0, 5, 4]),
  market_supervision: usual([128_000, 5200, 160], [30, 60, 6]),
  housing: usual([5400, 380, 6], [2600, 120, 14]),
  transport: usual([21_000, 7800, 420], [0, 14, 6]),
  civil_affairs: usual([180, 3, 0], [0, 8, 8]),
  public_security: usual([640_000, 380_000, 9000], [2100, 45, 5]),
  justice: usual([320, 4, 0], [0, 20, 3]),
  finance: usual([45, 6, 0], [0, 12, 10]),
  natural_resources: usual([6200, 150, 4], [8800, 260, 12]),
  ecology: usual([700, 420, 25], [0, 22, 5]),
  agriculture: usual([2600, 210, 8], [0, 15, 6]),
  water: usual([380, 60, 3], [900, 9, 4]),
  human_resources: usual([1500, 90, 0], [0, 34, 11]),
  urban_management: usual([4300, 16_000, 900], [640, 40, 5]),
  subdistrict: usual([0, 75, 15], [0, 15, 0]),
  town: usual([150, 30, 5], [0, 10, 0]),
  sport: usual([40, 4, 0], [0, 0, 0]),
  township: usual([0, 0, 0], [0, 0, 0]),
  institution: usual([60, 0, 0], [30, 8, 2]),
}

/**
 * The figures of every bureau by its id, in the order of `madeUpYears`, for as long as there is the bureau. An area's
 * government reports for its bureaus too: its figures are the sums.
 */
export function madeUpFigures(): ReadonlyMap<string, readonly Numbers[]> {
  const own = madeUpBureaus.map((bureau) => ({ bureau, years: ownFigures(bureau) }))
  return new Map(
    own.map(({ bureau: { row }, years }) => {
      if (row.scope === 'own') return [row.id, years]
      const within = own.filter(
        (other) => row.division === cityCode || other.bureau.row.division === row.division,
      )
      return [row.id, years.map((_, year) => sum(within.flatMap((one) => one.years[year] ?? [])))]
    }),
  )
}

type Draft = Record<FigureId, number>

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every id of the catalogue is a key
const zeros = (): Draft => Object.fromEntries(catalogue.map(({ id }) => [id, 0])) as Draft

function sum(list: readonly Numbers[]): Numbers {
  const total = zeros()
  for (const { id } of catalogue) {
    const exact = list.reduce((so, numbers) => so + numbers[id], 0)
    total[id] = Math.round(exact * 100) / 100
  }
  return total
}

interface Year {
  readonly bureau: MadeUpBureau
  readonly before: Numbers | undefined
  readonly next: Random
  /** A whole number near what the city's body of this kind has, fitted to the bureau and the year. */
  readonly near: (usual: number) => number
}

function ownFigures(bureau: MadeUpBureau): Numbers[] {
  const next = random(bureau.row.id)
  let share = bureau.row.division === cityCode ? 1 : 0.15 + 0.25 * next()
  const growth = 0.94 + 0.16 * next()
  const there = madeUpYears.filter((year) => bureau.until === null || year < bureau.until)
  return there.reduce<Numbers[]>((years) => {
    const level = share
    share *= growth
    const near = (n: number): number => Math.round(n * level * (0.85 + 0.3 * next()))
    const draft = zeros()
    const year: Year = { bureau, before: years.at(-1), next, near }
    fillDisclosure(draft, year)
    fillRequests(draft, year)
    fillReviews(draft, year)
    return [...years, draft]
  }, [])
}

/** How long the number is; none for 0. */
const digits = (count: number): number => (count === 0 ? 0 : String(count).length)

function fillDisclosure(draft: Draft, year: Year): void {
  const { bureau, before, near, next } = year
  const body = usually[bureau.body]
  draft.licences_decided = near(body.licences)
  draft.services_decided = near(body.licences / 3)
  draft.penalties_decided = near(body.penalties)
  draft.coercion_decided = near(body.coercion)
  draft.fees_collected_wan = near(body.fees * 100) / 100
  if (bureau.body === 'government' && bureau.row.division === cityCode) fillStock('regulations', 24)
  fillStock('norms', body.norms)
  fillItems('licence', body.licences)
  fillItems('service', body.licences)
  fillItems('penalty', body.penalties)
  fillItems('coercion', body.coercion)
  fillItems('fee', body.fees)
  draft.procurement_items = near(3 * digits(body.licences + body.requests))
  draft.procurement_amount = draft.procurement_items * near(90_000)

  function fillStock(kind: 'regulations' | 'norms', atFirst: number): void {
    const held = before ? before[`${kind}_valid`] : atFirst
    const opened = before ? before[`${kind}_open_total`] : atFirst
    const made = Math.round(next() * atFirst * 0.2)
    const repealed = Math.min(held, Math.round(next() * atFirst * 0.2))
    draft[`${kind}_made`] = made
    draft[`${kind}_repealed`] = repealed
    draft[`${kind}_valid`] = held + made - repealed
    draft[`${kind}_opened`] = made
    draft[`${kind}_open_total`] = opened + made
  }

  function fillItems(
    kind: 'licence' | 'service' | 'penalty' | 'coercion' | 'fee',
    cases: number,
  ): void {
    const held = before
      ? before[`${kind}_items_prev`] + before[`${kind}_items_change`]
      : near(8 * digits(cases))
    draft[`${kind}_items_prev`] = held
    draft[`${kind}_items_change`] = held > 3 ? Math.round(next() * 6) - 3 : 0
  }
}

const askers = [
  ['natural_person', 80],
  ['org_business', 12],
  ['org_research', 0.5],
  ['org_social', 0.5],
  ['org_legal_service', 5],
  ['org_other', 2],
] as const satisfies [Applicant, number][]

const endings = [
  ['outcome_granted', 40],
  ['outcome_partial', 11],
  ['outcome_denied_state_secret', 0.2],
  ['outcome_denied_law_prohibited', 0.5],
  ['outcome_denied_three_security_one_stability', 0.3],
  ['outcome_denied_third_party', 1.5],
  ['outcome_denied_internal_affairs', 1],
  ['outcome_denied_process_info', 1],
  ['outcome_denied_enforcement_file', 1.5],
  ['outcome_denied_admin_query', 1],
  ['outcome_unable_not_held', 26],
  ['outcome_unable_needs_creation', 1.5],
  ['outcome_unable_unclear', 0.5],
  ['outcome_refused_petition', 4],
  ['outcome_refused_duplicate', 1.5],
  ['outcome_refused_publication', 0.1],
  ['outcome_refused_mass_repeat', 0.4],
  ['outcome_refused_confirm_reissue', 0.3],
  ['outcome_other_overdue_correction', 2],
  ['outcome_other_overdue_fee', 0.5],
  ['outcome_other_misc', 5],
] as const satisfies [RequestRow, number][]

function fillRequests(draft: Draft, { bureau, before, near, next }: Year): void {
  for (let left = near(usually[bureau.body].requests); left > 0; left--) {
    draft[`requests_new.${pick(next, askers)}`]++
  }
  for (const [asker] of askers) {
    const carriedIn = before ? before[`requests_carried_out.${asker}`] : 0
    draft[`requests_carried_in.${asker}`] = carriedIn
    for (let open = draft[`requests_new.${asker}`] + carriedIn; open > 0; open--) {
      if (next() < 0.05) draft[`requests_carried_out.${asker}`]++
      else endRequest(draft, asker, pick(next, endings))
    }
  }
  for (const row of requestRowIds) {
    draft[`${row}.total`] = askers.reduce((so, [asker]) => so + draft[`${row}.${asker}`], 0)
  }
}

/** Counts a request where it ended. The one row of the 2019 form stands for the three of 2021. */
function endRequest(draft: Draft, asker: Applicant, row: (typeof endings)[number][0]): void {
  draft[`${row}.${asker}`]++
  draft[`outcome_total.${asker}`]++
  if (row.startsWith('outcome_other_')) draft[`outcome_other.${asker}`]++
}

const verdicts = [
  ['upheld', 60],
  ['corrected', 8],
  ['other', 22],
  ['pending', 10],
] as const satisfies [ReviewResult, number][]

function fillReviews(draft: Draft, { bureau, near, next }: Year): void {
  for (const group of reviewGroupIds) {
    const cases = near(usually[bureau.body].requests * (group === 'review' ? 0.08 : 0.02))
    for (let left = cases; left > 0; left--) draft[`${group}_${pick(next, verdicts)}`]++
    draft[`${group}_total`] = cases
  }
}

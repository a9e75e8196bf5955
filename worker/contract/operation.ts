import type * as v from 'valibot'
import type { Label } from '#core/catalog/table.ts'

/** A schema of parameters; a pipe has the entries of the object that it begins with. */
interface Parameters {
  readonly entries: v.ObjectEntries
}

/** What a deployment may lack; its routes then answer 404 and say why. */
export const needs = {
  source_files: {
    zh: '仅在本站提供原件下载（PUBLISH_FILES=1）且留存了原件时可用，否则答 404。',
    en: 'Only where this deployment keeps source files and gives them away (PUBLISH_FILES=1), else 404.',
  },
  whole_set: {
    zh: '仅在已制作整套文件（niantu release）后可用，否则答 404。',
    en: 'Only after the whole set has been made (niantu release), else 404.',
  },
} as const satisfies Record<string, Label>

/** What a route promises. */
export interface Operation {
  /** As in OpenAPI: `/api/v1/reports/{bureau}/{year}`. */
  readonly path: string
  readonly title: Label
  /** What is worth knowing before using it. */
  readonly about?: Label
  readonly params?: Parameters
  readonly query?: Parameters
  /** Schema of the JSON answer, or the media type of another. */
  readonly answer: v.GenericSchema | MediaType
  /** Media type of a JSON answer that has one of its own. */
  readonly type?: MediaType
  /** Addresses that answer 200 on the samples. At least one. */
  readonly examples: readonly [string, ...string[]]
  /** The same rows are to be had as `.csv`, `.xlsx` and `.csv-metadata.json`. */
  readonly table?: true
  /** The list goes on at `Link: rel="next"`. */
  readonly paged?: true
  /** Without it the examples answer 404. */
  readonly needs?: keyof typeof needs
  /** What was public once and was withdrawn answers 410. */
  readonly withdrawn?: true
}

/** Of files that are of several kinds: any. */
export type MediaType = `${'text' | 'image' | 'application'}/${string}` | '*/*'

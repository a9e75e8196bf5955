import * as v from 'valibot'
import { FilePathSchema, ReleaseSchema } from '../../routes/parameters.ts'
import type { Operation } from '../operation.ts'
import { Meta, count, text } from '../shared.ts'

export const documentOperations: readonly Operation[] = [
  {
    path: '/api/v1/datapackage.json',
    title: { zh: '最新一版整套文件（Frictionless）', en: 'The newest whole set (Frictionless)' },
    about: {
      zh: '按年、按省、按表的文件，各有大小、SHA-256 与列的说明；地址是绝对的。',
      en: 'Files by year, province and table, each with size, SHA-256 and its columns; addresses are absolute.',
    },
    answer: v.looseObject({
      name: text,
      resources: v.array(v.looseObject({ name: text, path: text })),
    }),
    examples: ['/api/v1/datapackage.json'],
    needs: 'whole_set',
  },
  {
    path: '/api/v1/releases/{release}/manifest.json',
    title: { zh: '一个版本的整套文件及校验和', en: 'The files of a release with their checksums' },
    params: v.object({ release: ReleaseSchema }),
    answer: v.strictObject({
      meta: Meta,
      base: text,
      files: v.array(v.strictObject({ path: text, bytes: count, sha256: text })),
    }),
    examples: ['/api/v1/releases/RELEASE/manifest.json'],
    needs: 'whole_set',
  },
  {
    path: '/data/{release}/{path}',
    title: { zh: '整套文件中的一个', en: 'A file of the whole set' },
    about: {
      zh: '永不改变；ETag 就是 SHA-256。路径见 manifest.json，可含“/”。',
      en: 'It never changes; the ETag is its SHA-256. Paths are those of manifest.json and may have “/”.',
    },
    params: v.object({ release: ReleaseSchema, path: FilePathSchema }),
    answer: '*/*',
    examples: ['/data/RELEASE/README.md', '/data/RELEASE/SHA256SUMS'],
    needs: 'whole_set',
  },
  {
    path: '/api/v1/catalogue.jsonld',
    title: { zh: '目录（DCAT 3）', en: 'Catalogue (DCAT 3)' },
    answer: v.looseObject({ '@id': text, '@type': v.literal('dcat:Catalog') }),
    type: 'application/ld+json',
    examples: ['/api/v1/catalogue.jsonld'],
  },
  {
    path: '/api/v1/dataset.jsonld',
    title: { zh: '数据集说明（schema.org）', en: 'The data set as schema.org has it' },
    answer: v.looseObject({ '@id': text, '@type': v.literal('Dataset') }),
    type: 'application/ld+json',
    examples: ['/api/v1/dataset.jsonld'],
  },
  {
    path: '/api/v1/openapi.json',
    title: { zh: '本说明（OpenAPI 3.1）', en: 'This description (OpenAPI 3.1)' },
    answer: v.looseObject({ openapi: text, paths: v.looseObject({}) }),
    examples: ['/api/v1/openapi.json'],
  },
  {
    path: '/healthz',
    title: { zh: '程序在运行', en: 'The process answers' },
    answer: v.strictObject({ status: v.literal('ok') }),
    examples: ['/healthz'],
  },
  {
    path: '/readyz',
    title: { zh: '数据库就绪', en: 'The database answers' },
    answer: v.strictObject({ status: v.literal('ready'), data_version: count }),
    examples: ['/readyz'],
  },
]

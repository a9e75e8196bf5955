/** What the tests use of it. */
declare module 'jsonstat-toolkit' {
  export interface DataCell {
    readonly value: number | null
    readonly status: string | null
  }
  export interface Dataset {
    readonly class: string | null
    readonly length: number
    readonly id: readonly string[]
    readonly n: number
    readonly updated: string
    readonly role: Readonly<Record<string, readonly string[]>>
    Dimension(id: string): { readonly id: readonly string[]; readonly role: string }
    Data(at: Readonly<Record<string, string>>): DataCell
  }
  export default function JSONstat(answer: unknown): Dataset
}

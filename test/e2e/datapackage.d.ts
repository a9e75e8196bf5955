/** What the tests use of it. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string
    readonly descriptor: { readonly path: string; readonly bytes: number; readonly hash: string }
    readonly headers: readonly string[]
    readonly schema: { readonly fieldNames: readonly string[] }
    read(options: { keyed: true }): Promise<Record<string, unknown>[]>
    checkRelations(): Promise<boolean>
  }
  export class Package {
    static load(descriptor: object | string, options?: object): Promise<Package>
    readonly valid: boolean
    readonly errors: readonly Error[]
    readonly resources: readonly Resource[]
  }
}

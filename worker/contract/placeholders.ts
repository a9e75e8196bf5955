/** Stands in documents for the address of the deployment that answers. */
export const anyHost = 'https://niantu.example'

/** Stands in examples for the newest release. */
export const anyRelease = 'RELEASE'

/** Stands in addresses of examples for a bureau. */
export const anyBureau = 'BUREAU'

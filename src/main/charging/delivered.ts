export { grossAmount } from '#platform/cost.ts'
export { linkOf } from '#platform/link.ts'

export { grossAmount, localAmount } from '#platform/cost.ts'
export { linkOf } from '#platform/link.ts'

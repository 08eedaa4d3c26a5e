export { fromLocalInput, sayMoment, sayTime, toLocalInput } from './moments.ts'

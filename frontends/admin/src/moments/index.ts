export { fromLocalInput, sayMoment, sayMomentShort, toLocalInput } from './moments.ts'

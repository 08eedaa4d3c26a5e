export { fromLocalInput, sayMoment, sayMomentShort, sayTime, toLocalInput } from './moments.ts'

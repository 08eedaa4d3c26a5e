export { anEvent, aTopic, eventsOf } from './an-event.ts'
export { type BusFixture, busContract } from './bus-contract.ts'

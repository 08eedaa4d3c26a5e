/** An event that a service could not digest, as the API tells it. */
export type DeadLetter = {
  id: string
  service: string
  consumer: string
  event: { id: string; type: string; subject: string; time: string }
  error: string
  attempts: number
  firstAt: string
  lastAt: string
  state: 'parked' | 'replayed'
}

import { Notification } from 'react-admin'

/** Short messages, under the bar: the foot of a form with its buttons stays free. */
export const Messages = () => (
  <Notification className="messages" anchorOrigin={{ vertical: 'top', horizontal: 'right' }} autoHideDuration={5_000} />
)

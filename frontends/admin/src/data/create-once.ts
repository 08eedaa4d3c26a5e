import { type ApiClient, ApiError } from '../http/index.ts'

type Created = { id: string; version: number }

/**
 * Creates something exactly once, whatever becomes of the answers. When the answer to a first attempt never came and the
 * text was edited before the next, the service says that the key was used: the first attempt had arrived. It is asked for
 * again, and the newer text is saved over it.
 */
export function createOnce(api: ApiClient) {
  /** Idempotency key → what was sent when no answer came. */
  const unanswered = new Map<string, unknown>()

  return async (path: string, body: unknown, idempotencyKey: string): Promise<unknown> => {
    const post = (sent: unknown) => api.send<Created>({ method: 'POST', path, body: sent, idempotencyKey })
    const first = unanswered.get(idempotencyKey)
    try {
      const created = await post(body)
      unanswered.delete(idempotencyKey)
      return created
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const nobodyKnows = error.status === 0 || error.status >= 500
      if (nobodyKnows && first === undefined) unanswered.set(idempotencyKey, body)
      if (error.code !== 'idempotency.reused' || first === undefined) throw error
      const { id, version } = await post(first)
      return await api.send({ method: 'PUT', path: `${path}/${encodeURIComponent(id)}`, body, ifMatch: version })
    }
  }
}

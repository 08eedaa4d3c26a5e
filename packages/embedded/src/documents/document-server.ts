import { createServer, type Socket } from 'node:net'
import { CommandError } from './command-error.ts'
import { createCursors } from './commands/cursors.ts'
import { errorReply, runCommand } from './commands/run-command.ts'
import { loadCatalog } from './storage/catalog.ts'
import { createJournal } from './storage/journal.ts'
import type { SqliteLog } from './storage/sqlite-log.ts'
import { createTurnCommit } from './storage/turn-commit.ts'
import type { Document } from './values/document.ts'
import { serveConnection } from './wire/connection.ts'

export type DocumentServer = { port: number; close(): Promise<void> }

const SWEEP_MS = 60_000

/**
 * Serves the documents of a log to MongoDB clients, in this thread. Closing it closes the log.
 * @throws `EADDRINUSE` and the like, with the log closed
 */
export async function serveDocuments(
  log: SqliteLog,
  { port, host }: { port: number; host: string },
): Promise<DocumentServer> {
  const journal = createJournal()
  const context = { catalog: loadCatalog(log, journal), cursors: createCursors() }
  const commits = createTurnCommit(journal, log, (error) => {
    // After a failed flush nobody knows what the disk has: the engine stops, and reads what there is when it starts again.
    setImmediate(() => {
      throw error
    })
  })
  const sockets = new Set<Socket>()

  const handle = (command: Document, answer: (reply: Document | Buffer) => void) => {
    const reply = runCommand(command, context)
    commits.acknowledge((failure) => answer(failure === undefined ? reply : errorReply(notWritten(failure))))
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serveConnection(socket, handle)
  })

  try {
    await listen(server, port, host)
  } catch (error) {
    log.close()
    throw error
  }
  const sweep = setInterval(context.cursors.expire, SWEEP_MS).unref()
  const address = server.address()

  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      clearInterval(sweep)
      const closed = new Promise((resolve) => server.close(resolve))
      await commits.flush()
      for (const socket of sockets) socket.destroySoon()
      await closed
      await commits.flush()
      log.close()
    },
  }
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

const SQLITE_FULL = 13

function notWritten(failure: unknown): CommandError {
  const { message, errcode } = failure as { message?: string; errcode?: number }
  if (errcode === SQLITE_FULL)
    return new CommandError(14031, 'OutOfDiskSpace', `The disk is full: nothing was written (${message}).`)
  return new CommandError(96, 'OperationFailed', `Nothing was written: ${message ?? String(failure)}`)
}

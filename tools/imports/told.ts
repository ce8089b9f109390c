import type { Message } from '../../core/messages.ts'
import type { ImportOutput } from './tool.ts'

/** An import as a client gets it: reasons and warnings are sentences, `tell` renders them. */
export const toldImport = (output: ImportOutput, tell: (message: Message) => string) => {
  const { said: _, rejected, warnings, ...rest } = output
  return {
    ...rest,
    rejected: rejected.map(({ line, reason }) => ({ line, reason: tell(reason) })),
    warnings: warnings.map(({ code, message }) => ({ code, message: tell(message) })),
  }
}

import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { findEmergency } from '../../guardrails/emergency.ts'
import { cleanText } from '../../guardrails/limits.ts'
import type { ImportRequest } from '../../tools/imports/run.ts'
import { toldImport } from '../../tools/imports/told.ts'
import type { AttachedFile, ToolTrace } from '../contract.ts'
import { type Run, render } from '../state.ts'
import { recentTexts } from './check-input.ts'

/**
 * Imports the files of a message, one after another, before a model is asked, and says what became of each. What stands
 * in a file reaches no model: only its counts do. A message that tells of an emergency is answered first and alone.
 */
export const takeFiles = async (run: Run): Promise<ToolTrace[]> => {
  const { files = [], message = '' } = run.request
  if (files.length === 0 || findEmergency(cleanText(message), recentTexts(run))) return []
  const traces: ToolTrace[] = []
  for (const file of files) {
    const trace = await takeFile(run, file)
    traces.push(trace)
    const text = run.said.length === 0 ? trace.said : `\n${trace.said}`
    run.said.push(trace.said)
    run.sink({ type: 'token', data: { turnId: run.answeringTurnId, text } })
  }
  return traces
}

/** "вот выписка за март", "import this": words that only hand a file over. */
const HANDS_OVER =
  /^(?:[\s,.!:;()—–-]|\d|(?<!\p{L})(?:вот|это|эт[оуи]|мо[йяиею]|мою|наш[ауи]?|пожалуйста|плиз|загруз\p{L}*|импорт\p{L}*|залей|прими|держи|лови|внеси|добавь|учти|разбери|прочитай|посмотри|выписк\p{L}*|файл\p{L}*|календар\p{L}*|тренировк\p{L}*|пробежк\p{L}*|данные|экспорт\p{L}*|из|за|с|по|и|в|банк\p{L}*|карт\p{L}*|сч[её]т\p{L}*|часов|телефона|приложения|здоровь\p{L}*|январ\p{L}*|феврал\p{L}*|март\p{L}*|апрел\p{L}*|ма[йя]|июн\p{L}*|июл\p{L}*|август\p{L}*|сентябр\p{L}*|октябр\p{L}*|ноябр\p{L}*|декабр\p{L}*|here|is|are|my|our|the|this|that|these|please|import|upload|load|add|take|read|statement|file|calendar|workout|run|ride|data|export|from|for|of|in|bank|card|account|watch|phone|app|health|january|february|march|april|may|june|july|august|september|october|november|december)(?!\p{L}))*$/iu
export const onlyHandsOver = (text: string): boolean => HANDS_OVER.test(text)

const takeFile = async (run: Run, file: AttachedFile): Promise<ToolTrace> => {
  const { deps, user, request, answeringTurnId: turnId, threadId } = run
  const { tool } = deps.registry.importer(file.kind)
  const base = { id: newId(), name: tool.name, args: { fileName: file.name } }
  const tell = (status: ToolTrace['status'] | 'running'): void =>
    run.sink({ type: 'tool', data: { turnId, callId: base.id, name: base.name, args: base.args, status } })
  tell('running')
  const trace = await attempt()
  tell(trace.status)
  return trace

  async function attempt(): Promise<ToolTrace> {
    try {
      const { output, said } = await deps.imports.run({
        user,
        now: request.now,
        // The person attached it themselves; no model proposed it.
        origin: { channel: request.channel, actor: 'person', turnId, threadId },
        file,
        kind: file.kind,
        turnId,
        permit: permitIn(run),
      })
      return { ...base, status: 'ok', said: render(run, said), output: toldImport(output, (one) => render(run, one)) }
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal') throw error
      return { ...base, status: error.code === 'refused' ? 'refused' : 'failed', said: render(run, error.said) }
    }
  }
}

const permitIn =
  ({ deps, user, request }: Run): ImportRequest['permit'] =>
  (tool, args) => {
    const origin = { channel: request.channel, actor: 'person' as const }
    const decision = deps.decide({ tool, args, user, origin, allowed: null })
    if (decision.kind === 'permit') return decision.permit
    throw decision.kind === 'refuse' ? decision.error : new AppError('refused', 'guardrails.outside_request')
  }

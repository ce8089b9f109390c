import type { RunnableConfig } from '@langchain/core/runnables'
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  MemorySaver,
  type PendingWrite,
} from '@langchain/langgraph-checkpoint'
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres'
import type { Pool } from 'pg'
import type { Checkpoints } from './contract.ts'

type PutArgs = [RunnableConfig, Checkpoint, CheckpointMetadata, ChannelVersions]
type WritesArgs = [RunnableConfig, PendingWrite[], string]

const threadOf = (config: RunnableConfig): string => String(config.configurable?.['thread_id'] ?? '')

/**
 * Graph state in memory while a turn runs; in Postgres only once a turn waits for the person. Almost no turn does, so
 * almost no turn costs a checkpoint.
 */
class WaitingSaver extends BaseCheckpointSaver {
  readonly #memory = new MemorySaver()
  readonly #database: PostgresSaver
  readonly #held = new Map<string, { puts: PutArgs[]; writes: WritesArgs[] }>()

  constructor(database: PostgresSaver) {
    super()
    this.#database = database
  }

  #holding(thread: string): { puts: PutArgs[]; writes: WritesArgs[] } {
    let held = this.#held.get(thread)
    if (!held) {
      held = { puts: [], writes: [] }
      this.#held.set(thread, held)
    }
    return held
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    if (this.#held.has(threadOf(config))) return this.#memory.getTuple(config)
    return config.configurable?.['waiting'] === true ? this.#database.getTuple(config) : undefined
  }

  override async *list(config: RunnableConfig, options?: CheckpointListOptions): AsyncGenerator<CheckpointTuple> {
    yield* this.#database.list(config, options)
  }

  override async put(...args: PutArgs): Promise<RunnableConfig> {
    this.#holding(threadOf(args[0])).puts.push(args)
    return this.#memory.put(args[0], args[1], args[2])
  }

  override async putWrites(...args: WritesArgs): Promise<void> {
    this.#holding(threadOf(args[0])).writes.push(args)
    await this.#memory.putWrites(...args)
  }

  override async deleteThread(threadId: string): Promise<void> {
    this.#held.delete(threadId)
    await this.#memory.deleteThread(threadId)
  }

  async persist(threadId: string): Promise<void> {
    const held = this.#held.get(threadId)
    for (const put of held?.puts ?? []) await this.#database.put(...put)
    for (const write of held?.writes ?? []) await this.#database.putWrites(...write)
    await this.deleteThread(threadId)
  }

  async drop(threadId: string, persisted: boolean): Promise<void> {
    await this.deleteThread(threadId)
    if (persisted) await this.#database.deleteThread(threadId)
  }
}

/** Graph state over its own schema, which the roles of people and of the system cannot read. */
export const createCheckpoints = async (pool: Pool): Promise<Checkpoints> => {
  const database = new PostgresSaver(pool, undefined, { schema: 'graph' })
  await database.setup()
  const saver = new WaitingSaver(database)
  return {
    saver,
    persist: (turnId) => saver.persist(turnId),
    drop: (turnId, persisted) => saver.drop(turnId, persisted),
  }
}

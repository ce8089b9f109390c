import type { Dialogue } from '../../evals/dialogue.ts'

export const dialogues: Dialogue[] = []

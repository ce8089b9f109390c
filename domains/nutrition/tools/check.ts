import { newId } from '../../../core/ids.ts'
import { defineTool } from '../../../tools/contract.ts'
import { knowledge } from '../knowledge/index.ts'
import { recordCheck } from '../repository.ts'
import { type CheckOutput, type CheckStackInput, checkOutput, checkStackInput } from '../schema.ts'
import { showCheck } from '../show.ts'
import { say } from '../words.ts'
import { saidCheck } from '../words-check.ts'
import { bodyOf, checked, langFor } from './body.ts'

/** Checking what is taken together. Every verdict is kept with its input and the release it was made with. */
export const checkStack = defineTool<CheckStackInput, CheckOutput>({
  name: 'nutrition_check_stack',
  title: 'Check supplements together',
  description:
    'Checks supplements, foods with doses and medicines taken together against limits, interactions, conditions and allergies: "можно ли магний с варфарином". The person’s own profile is used by default; for somebody else give subject, medications, conditions and allergies, empty where there are none. Call it before any advice about a supplement.',
  input: checkStackInput,
  output: checkOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (output) => saidCheck(output),
  run: async (ctx, { items, ...instead }) => {
    const person = await bodyOf(ctx, instead)
    const input = { ...person, items }
    const result = checked(input)
    const id = newId()
    const facts = await ctx.safetyFacts()
    await recordCheck(
      ctx.tx,
      ctx.user.id,
      {
        id,
        release: result.release,
        input,
        factIds: facts.map(({ source }) => source.id),
        verdict: result.verdict,
        ruleIds: result.findings.map(({ ruleId }) => ruleId),
      },
      ctx.now,
    )
    return showCheck({ knowledge: knowledge(), lang: langFor(ctx) }, result, person, id)
  },
})

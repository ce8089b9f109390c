// The direction of imports is law: see docs/architecture.md. Rooms on one line may not import each other.
const LEVELS = [
  ['core'],
  ['db'],
  ['tools'],
  ['domains', 'memory', 'guardrails', 'models'],
  ['planning'],
  ['agent'],
  ['channels', 'jobs'],
]
const TEXT = { prompts: ['agent', 'memory', 'guardrails'] }
const tests = '(\\.test\\.ts$|\\.fixture\\.ts$|\\.eval\\.ts$|^test/|^evals/|^bench/|^scripts/)'
const rooms = LEVELS.flat()

const upward = LEVELS.flatMap((level, index) =>
  level.map((room) => {
    const above = LEVELS.slice(index + 1).flat()
    const beside = level.filter((other) => other !== room)
    const forbidden = [...above, ...beside, 'server\\.ts$', 'compose\\.ts$', 'web']
    return {
      name: `${room}-points-down`,
      severity: 'error',
      comment: `${room}/ may import only rooms below it`,
      from: { path: `^${room}/`, pathNot: tests },
      to: { path: `^(${forbidden.join('|')})(/|$)`, pathNot: room === 'memory' ? '^domains/contract\\.ts$' : '^$' },
    }
  }),
)

export default {
  forbidden: [
    ...upward,
    {
      name: 'domains-are-strangers',
      severity: 'error',
      comment: 'a domain never imports a sibling',
      from: { path: '^domains/([^/]+)/', pathNot: tests },
      to: { path: '^domains/([^/]+)/', pathNot: '^domains/$1/' },
    },
    {
      name: 'permits-are-minted-by-the-policy',
      severity: 'error',
      comment: 'only guardrails/policy.ts may import tools/permit.ts for its mint; tools/execute.ts knows the type',
      from: { pathNot: `^(guardrails/policy\\.ts|tools/execute\\.ts|tools/contract\\.ts)$|${tests}` },
      to: { path: '^tools/permit\\.ts$' },
    },
    {
      name: 'prompts-are-text',
      severity: 'error',
      from: { path: `^(${rooms.filter((room) => !TEXT.prompts.includes(room)).join('|')})/`, pathNot: tests },
      to: { path: '^prompts/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: `${tests}|^vitest\\.config\\.ts$` },
      to: { path: tests },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^node_modules|^web/|^\\.zelenial|^docs/)' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
}

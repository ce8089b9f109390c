// The table of names as typed data; the JSON beside it says where the names are from.
import table from './safety-names.json' with { type: 'json' }

interface SafetyName {
  key: string
  kind: 'condition' | 'medication' | 'allergy' | 'injury'
  says: string[]
  /** Parts of the body, which name this injury only where an injury is meant. */
  parts?: string[]
}
export const SAFETY_NAMES = table.names as readonly SafetyName[]

import type { Action, Column, Parameter, Property } from '../api/types';

// What a person typed into a form, and what an action takes.

export type Kind = 'columns' | 'column' | 'choice' | 'yes_no' | 'number' | 'numbers' | 'bands' | 'any' | 'text';
export type Typed = string | boolean | string[];

const types = (property: Property) => (Array.isArray(property.type) ? property.type : [property.type]);

export function kindOf(parameter: Parameter, property: Property): Kind {
  const takes = types(property);
  if (parameter.names === 'column' || parameter.names === 'number_column') return takes.includes('array') ? 'columns' : 'column';
  if (property.enum) return 'choice';
  if (takes.includes('boolean')) return 'yes_no';
  if (takes.includes('object')) return 'bands';
  if (takes.includes('array') && !takes.includes('string')) return 'numbers';
  if (takes.includes('string') && takes.includes('number')) return 'any';
  return takes.includes('number') || takes.includes('integer') ? 'number' : 'text';
}

export const isWhole = (property: Property) => types(property).includes('integer');
export const takesList = (property: Property) => types(property).includes('array');

/** What stands in a field at first. */
export function initial(kind: Kind, property: Property): Typed {
  const value = property.default;
  if (kind === 'columns') return Array.isArray(value) ? value.map(String) : [];
  if (kind === 'yes_no') return value === true;
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

const asNumber = (text: string): number | string => (/^[-+]?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : text.trim());

function valueOf(kind: Kind, typed: Typed, property: Property, keepsText: boolean): unknown {
  if (typeof typed === 'boolean') return typed;
  if (Array.isArray(typed)) return typed.length ? typed : undefined;
  if (typed.trim() === '') return undefined;
  switch (kind) {
    case 'number':
      return asNumber(typed);
    case 'numbers':
      return typed.split(/[;\s]+/).filter(Boolean).map(asNumber);
    case 'bands':
      return Object.fromEntries(
        typed.split(/[\n;]+/).filter((line) => line.trim()).map((line) => {
          const cut = line.lastIndexOf(':');
          return [line.slice(0, cut).trim(), asNumber(line.slice(cut + 1))];
        }),
      );
    case 'any': {
      const one = (text: string) => (keepsText ? text.trim() : asNumber(text));
      return takesList(property) && typed.includes(';') ? typed.split(';').map((text) => text.trim()).filter(Boolean).map(one) : one(typed);
    }
    default:
      return typed;
  }
}

/** The parameters as the host takes them; what was left empty is left out. */
export function paramsOf(action: Action, typed: Record<string, Typed>, columns: Column[]): Record<string, unknown> {
  const named = action.parameters.filter((parameter) => parameter.names === 'column').map((parameter) => typed[parameter.name]);
  const keepsText = columns.some((column) => column.kind === 'text' && named.includes(column.name));
  const given = action.parameters.map((parameter) => {
    const property = action.schema.properties[parameter.name]!;
    return [parameter.name, valueOf(kindOf(parameter, property), typed[parameter.name] ?? '', property, keepsText)] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** Parameters as a person reads them: 'Final Average, threshold 50'. */
export const saidParams = (params: Record<string, unknown>) =>
  Object.entries(params)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? Object.entries(value!).map((pair) => pair.join(' ')).join(', ') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value}`)
    .join('; ');

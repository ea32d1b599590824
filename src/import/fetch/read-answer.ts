import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { parseJson } from '../../formats/record/json-values.ts';

/** The JSON object of an answer; undefined for any other text, such as one that is cut off. */
export function readAnswer(body: string): UnknownMap | undefined {
  try {
    const value = parseJson(body);
    return isMap(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const isJson = (body: string): boolean => readAnswer(body) !== undefined;

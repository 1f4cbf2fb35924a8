import { memo } from "../../base/memo.ts";
import { all, holds, type Truth } from "../words/fact.ts";
import type { Provider } from "./entities.ts";

export interface Supplier {
  readonly provider: Provider;
  readonly supplies: Truth;
}

/** Those among some providers that supply a service, or may. */
export const suppliersAmong = memo((providers: readonly Provider[]) => {
  const known = new Map<string, readonly Supplier[]>();
  return (service: string): readonly Supplier[] => {
    const found = known.get(service) ?? suppliersOf(providers, service);
    known.set(service, found);
    return found;
  };
});

const suppliersOf = (providers: readonly Provider[], service: string): Supplier[] =>
  providers.flatMap((provider) => {
    const supplies = all(
      provider.exists,
      holds(provider.services, (ids) => ids.includes(service)),
    );
    return supplies === "no" ? [] : [{ provider, supplies }];
  });

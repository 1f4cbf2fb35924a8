import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from "vscode-languageserver";
import { type Link, reportsOf, type Station, stationsAt, superiorsOf } from "../features/hierarchy.ts";
import { type Here, hereIn } from "./feature.ts";
import type { Session } from "./session.ts";
import { toRange } from "./text.ts";

/** What comes back with an item of the hierarchy: by its name it is found again when the text has changed. */
type ItemData = Station["target"];

export function preparedHierarchy(here: Here, offset: number): CallHierarchyItem[] | null {
  const items = stationsAt(here.snapshot, offset).map((station) => toItem(here, station));
  return items.length === 0 ? null : items;
}

export function incomingCalls(session: Session, item: CallHierarchyItem): CallHierarchyIncomingCall[] | null {
  return linked(session, item, reportsOf, (here, { station, references }) => ({
    from: toItem(here, station),
    fromRanges: references.map((span) => toRange(here.document.text, span)),
  }));
}

export function outgoingCalls(session: Session, item: CallHierarchyItem): CallHierarchyOutgoingCall[] | null {
  return linked(session, item, superiorsOf, (here, { station, references }) => ({
    to: toItem(here, station),
    fromRanges: references.map((span) => toRange(here.document.text, span)),
  }));
}

function linked<Call>(
  session: Session,
  { uri, data }: CallHierarchyItem,
  find: (snapshot: Here["snapshot"], target: ItemData) => Link[],
  toCall: (here: Here, link: Link) => Call,
): Call[] | null {
  const here = hereIn(session, uri);
  return here ? find(here.snapshot, data as ItemData).map((link) => toCall(here, link)) : null;
}

function toItem({ document: { uri, text } }: Here, { target, detail, span, nameSpan }: Station): CallHierarchyItem {
  const data: ItemData = target;
  return {
    name: target.id,
    kind: target.section === "posts" ? SymbolKind.Class : SymbolKind.Interface,
    ...(detail === "" ? {} : { detail }),
    uri,
    range: toRange(text, span),
    selectionRange: toRange(text, nameSpan),
    data,
  };
}

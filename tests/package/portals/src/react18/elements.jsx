// Up to React 18, an element is given attributes only. This gives it properties and events too, as
// React 19 does: <ClaimForm value={claim} onclaim-report={…} />.
import { useLayoutEffect, useRef } from "react";

export const ClaimForm = wrapped("cpor-claim-form");
export const ClaimResult = wrapped("cpor-claim-result");
export const ActivityGuide = wrapped("cpor-activity-guide");
export const PartnerIdGuide = wrapped("cpor-partner-id-guide");

function wrapped(Tag) {
  return function Wrapped({ children, ...props }) {
    const element = useRef(null);
    const before = useRef({});
    useLayoutEffect(() => {
      for (const name of new Set([...Object.keys(before.current), ...Object.keys(props)])) {
        if (props[name] === before.current[name]) continue;
        give(element.current, name, props[name], before.current[name]);
      }
      before.current = props;
    });
    return <Tag ref={element}>{children}</Tag>;
  };
}

function give(element, name, value, before) {
  if (name.startsWith("on")) {
    element.removeEventListener(name.slice(2), before);
    element.addEventListener(name.slice(2), value ?? null);
  } else if (name in element) element[name] = value;
  else if (value === undefined || value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

import { common } from "@/lib/messages/common";

/** Says on every page of the demonstration that nobody in it is real. */
export function DemoBanner() {
  return (
    <div className="bk-demo">
      <p className="bk-container">{common.frame.demo}</p>
    </div>
  );
}

import type { Metadata } from "next";
import { AppFrame } from "@/app/_ui/frame";
import { NothingHere } from "@/app/_shell/nothing-here";
import { common } from "@/lib/messages/common";

export const metadata: Metadata = { title: common.problem.notFoundTitle };

/** An address that belongs to no page. */
export default function NotFound() {
  return (
    <AppFrame>
      <NothingHere />
    </AppFrame>
  );
}

package org.wenheng.ingest.due;

import org.wenheng.ingest.reference.Title;

/** Why a form is open or closed. {@code {day}} in the sentences is the day that matters, {@code -} where there is none. */
public enum OpeningReason {
    FORM_OPEN(true, "开放,{day} 截止", "Open, due on {day}", "请在截止日前报送", "Send it by that day"),
    FORM_EXTENDED(true, "已延期至 {day}", "Extended to {day}", "请在延期内报送", "Send it by that day"),
    FORM_RETURNED(
            true, "已退回,{day} 前重报", "Returned, to be sent again by {day}", "请更正后重新报送", "Correct it and send it again"),
    FORM_REOPENED(true, "已重新开放至 {day}", "Reopened until {day}", "请在期限内更正", "Correct it by that day"),
    FORM_EXEMPT(true, "免报,报送也接收", "Exempt; what is sent is accepted", "无需报送", "Nothing needs to be sent"),
    FORM_LATE(
            true,
            "已过截止日,迟报仍接收",
            "Past its deadline; a late report is accepted",
            "请尽快报送,将记为迟报",
            "Send it soon; it counts as late"),
    FORM_NOT_YET_OPEN(false, "{day} 起开放", "Opens on {day}", "请在开放后报送", "Send it when it is open"),
    FORM_LOCKED(
            false,
            "已审定并锁定",
            "Approved and locked",
            "需更正的,请主管部门退回或重新开放",
            "Ask the department to return or reopen it if it has to be corrected"),
    FORM_CLOSED(
            false,
            "已于 {day} 停止接收",
            "Closed since the end of {day}",
            "需补报的,请主管部门延期或重新开放",
            "Ask the department to extend or reopen it");

    private final boolean open;
    private final String chinese;
    private final String english;
    private final String adviceChinese;
    private final String adviceEnglish;

    OpeningReason(boolean open, String chinese, String english, String adviceChinese, String adviceEnglish) {
        this.open = open;
        this.chinese = chinese;
        this.english = english;
        this.adviceChinese = adviceChinese;
        this.adviceEnglish = adviceEnglish;
    }

    public boolean isOpen() {
        return open;
    }

    Title message(String day) {
        return new Title(chinese.replace("{day}", day), english.replace("{day}", day));
    }

    /** What to do. */
    public Title advice() {
        return new Title(adviceChinese, adviceEnglish);
    }
}

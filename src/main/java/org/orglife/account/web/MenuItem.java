package org.orglife.account.web;

/**
 * One line of the menu; without an address it is the caption of those that follow.
 *
 * @param key of the words, below {@code account.menu.}
 */
record MenuItem(String key, String address, String icon) {

    static MenuItem caption(String key) {
        return new MenuItem(key, "", "");
    }

    public boolean isCaption() {
        return address.isEmpty();
    }
}

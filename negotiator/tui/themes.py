"""Four looks: light, dark, high contrast, and one in the blue of the flag."""

from textual.theme import Theme

from negotiator.i18n import N_

DEFAULT = "dark"
"""What is worn where nobody chose."""

THEME_NAMES = {
    "light": N_("light"),
    "dark": N_("dark"),
    "contrast": N_("high contrast"),
    "un-blue": N_("UN blue"),
}
"""What people read for each theme."""

THEMES = (
    Theme(
        name="light",
        primary="#1F5F99",
        secondary="#5C6B7A",
        accent="#1F5F99",
        warning="#8A5A00",
        error="#A3242F",
        success="#1E6B3A",
        foreground="#1D232A",
        background="#FBFBF9",
        surface="#F3F3EF",
        panel="#E8E8E2",
        dark=False,
        variables={"footer-key-foreground": "#1F5F99", "border": "#C9C9C0", "block-cursor-text-style": "none"},
    ),
    Theme(
        name="dark",
        primary="#6CA6DC",
        secondary="#8A97A5",
        accent="#6CA6DC",
        warning="#D9A441",
        error="#E07A82",
        success="#7CBF8E",
        foreground="#D8DCE0",
        background="#14181C",
        surface="#1A1F24",
        panel="#232A31",
        dark=True,
        variables={"footer-key-foreground": "#6CA6DC", "border": "#37414B", "block-cursor-text-style": "none"},
    ),
    Theme(
        name="contrast",
        primary="#FFD700",
        secondary="#FFFFFF",
        accent="#FFD700",
        warning="#FFB000",
        error="#FF6B6B",
        success="#5CFF8F",
        foreground="#FFFFFF",
        background="#000000",
        surface="#000000",
        panel="#1C1C1C",
        dark=True,
        variables={
            "footer-key-foreground": "#FFD700",
            "border": "#FFFFFF",
            "block-cursor-background": "#FFD700",
            "block-cursor-foreground": "#000000",
            "text-muted": "#E0E0E0",
            "text-disabled": "#C0C0C0",
        },
    ),
    Theme(
        name="un-blue",
        primary="#009EDB",
        secondary="#9CC9E6",
        accent="#4FBCEB",
        warning="#F2C14E",
        error="#F28B82",
        success="#8BD3A0",
        foreground="#EAF4FA",
        background="#0B2A44",
        surface="#0F3352",
        panel="#154063",
        dark=True,
        variables={"footer-key-foreground": "#4FBCEB", "border": "#2C6288", "block-cursor-text-style": "none"},
    ),
)
"""Every theme of the interface."""

"""Plans that many people draft and several bodies decide, as YAML files in git."""

__version__ = "0.1.0"

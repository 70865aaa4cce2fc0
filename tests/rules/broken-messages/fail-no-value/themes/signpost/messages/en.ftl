search
home = Home

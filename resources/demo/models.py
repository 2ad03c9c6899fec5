# SPDX-License-Identifier: GPL-3.0-or-later
"""The corner shop's tables, as they are at the head of its history."""

import datetime
import decimal
import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class OrderStatus(enum.Enum):
    new = "new"
    paid = "paid"
    sent = "sent"
    cancelled = "cancelled"
    part_returned = "part_returned"
    returned = "returned"


class Customer(Base):
    __tablename__ = "customers"
    __table_args__ = (sa.UniqueConstraint("email"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(120))
    email: Mapped[str] = mapped_column(sa.String(254))
    created_at: Mapped[datetime.datetime] = mapped_column(server_default=sa.func.now())

    orders: Mapped[list["Order"]] = relationship(back_populates="customer")


class Product(Base):
    __tablename__ = "products"
    __table_args__ = (
        sa.UniqueConstraint("sku"),
        sa.CheckConstraint("price >= 0", name="price_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(sa.String(32))
    name: Mapped[str] = mapped_column(sa.String(120))
    price: Mapped[decimal.Decimal] = mapped_column(sa.Numeric(10, 2))
    retired_on: Mapped[datetime.date | None]


class Order(Base):
    __tablename__ = "orders"
    __table_args__ = (sa.Index(None, "customer_id", "placed_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(sa.ForeignKey("customers.id"))
    status: Mapped[OrderStatus] = mapped_column(
        sa.Enum(OrderStatus, name="order_status"), server_default="new"
    )
    placed_at: Mapped[datetime.datetime] = mapped_column(server_default=sa.func.now())
    note: Mapped[str | None] = mapped_column(sa.Text)
    points_earned: Mapped[int] = mapped_column(server_default="0")

    customer: Mapped[Customer] = relationship(back_populates="orders")
    lines: Mapped[list["OrderLine"]] = relationship(order_by="OrderLine.position")


class OrderLine(Base):
    __tablename__ = "order_lines"
    __table_args__ = (sa.CheckConstraint("quantity > 0", name="quantity_positive"),)

    order_id: Mapped[int] = mapped_column(
        sa.ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    product_id: Mapped[int] = mapped_column(sa.ForeignKey("products.id"), index=True)
    quantity: Mapped[int]
    unit_price: Mapped[decimal.Decimal] = mapped_column(sa.Numeric(10, 2))


class StockLevel(Base):
    __tablename__ = "stock_levels"

    product_id: Mapped[int] = mapped_column(sa.ForeignKey("products.id"), primary_key=True)
    quantity: Mapped[int] = mapped_column(server_default="0")
    reorder_at: Mapped[int | None]


class StockMovement(Base):
    __tablename__ = "stock_movements"

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(sa.ForeignKey("products.id"), index=True)
    change: Mapped[int]
    reason: Mapped[str] = mapped_column(sa.String(40))
    moved_at: Mapped[datetime.datetime] = mapped_column(server_default=sa.func.now())


class LoyaltyTier(Base):
    __tablename__ = "loyalty_tiers"
    __table_args__ = (sa.UniqueConstraint("name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(40))
    points_from: Mapped[int]
    discount: Mapped[decimal.Decimal] = mapped_column(sa.Numeric(4, 3))


class LoyaltyAccount(Base):
    __tablename__ = "loyalty_accounts"

    customer_id: Mapped[int] = mapped_column(sa.ForeignKey("customers.id"), primary_key=True)
    points: Mapped[int] = mapped_column(server_default="0")
    tier_id: Mapped[int | None] = mapped_column(sa.ForeignKey("loyalty_tiers.id"))


class DailySales(Base):
    __tablename__ = "daily_sales"

    day: Mapped[datetime.date] = mapped_column(primary_key=True)
    order_count: Mapped[int]
    revenue: Mapped[decimal.Decimal] = mapped_column(sa.Numeric(12, 2))
    points: Mapped[int] = mapped_column(server_default="0")
